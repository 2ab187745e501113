// A rule for the linter of the scripts: what a function takes and returns is said in a comment before it, with types. TypeScript
// itself asks for the types of parameters alone.

/** @typedef {Deno.lint.FunctionDeclaration | Deno.lint.MethodDefinition} Named a function that can be called from elsewhere */

const TYPED = /@(?:param|returns) \{|@type \{/;

/**
 * @param {Named} node
 * @returns {number} how many parameters it has
 */
function parametersOf(node) {
  return node.type === "MethodDefinition" ? node.value.params.length : node.params.length;
}

/** @type {Deno.lint.Plugin} */
export default {
  name: "jsdoc",
  rules: {
    "types": {
      create(context) {
        /** @type {Set<Deno.lint.Node>} functions that return a value */
        const returning = new Set();

        /** @param {Named} node */
        const check = (node) => {
          const isExported = node.parent.type.startsWith("Export");
          const comments = context.sourceCode.getCommentsBefore(isExported ? node.parent : node);
          const comment = comments.at(-1)?.value ?? "";
          const isReturning = returning.has(node.type === "MethodDefinition" ? node.value : node);
          const missing = [
            parametersOf(node) && !TYPED.test(comment) && "@param {type} for what it takes",
            isReturning && !/@returns \{|@type \{/.test(comment) && "@returns {type} for what it gives",
          ];
          for (const part of missing.filter(Boolean)) context.report({ node, message: `Add ${part}` });
        };

        return {
          ReturnStatement(node) {
            if (!node.argument) return;
            /** @type {Deno.lint.Node} */
            let at = node;
            while (!at.type.includes("Function")) at = /** @type {Deno.lint.Node} */ (/** @type {any} */ (at).parent);
            returning.add(at);
          },
          "FunctionDeclaration:exit": check,
          "MethodDefinition:exit": check,
        };
      },
    },
  },
};

"""The edition as one object: its pages, references, terms and events, and what is known only of all together."""

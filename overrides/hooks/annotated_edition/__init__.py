"""The engine of an annotated edition: it reads pages and references, and knows nothing of what they are about."""

"""The schema of the settings, in the terms of MkDocs' own `config_options`, and every mistake in them at once."""

"""What is kept on disk: costly results by their content, small files by the thousand, archives that never differ."""

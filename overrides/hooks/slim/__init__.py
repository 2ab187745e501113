"""What is sent, without what no reader needs: the rules of the theme that match nothing, white space between lines."""

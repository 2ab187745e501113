"""The register of labels, by which nothing that was published is lost, and what each edition changes in it."""

"""Speed and accuracy, measured on real data against a reference in the same run."""

"""The pages of the third step, one file for each thing one does there."""

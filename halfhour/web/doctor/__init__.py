"""The examination behind `halfhour doctor`: what can be wrong with a set-up, named with one way to mend it."""

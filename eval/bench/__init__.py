"""Speed, as ratios within one run, against Kiwi alone and the naive peer over the same texts and questions."""

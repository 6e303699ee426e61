"""Arabic: the first language of Hudna, with the words of its news from Rabat to Baghdad."""

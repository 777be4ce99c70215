"""Reads job adverts, says what they ask of people's digital skills, and writes better ones.

    import rolewright
    review = rolewright.review("Caseworker\\n\\nYou will log every case in our casework system.")
    print(review.score, review.mention)
"""
from ._binding import Comparison, Draft, Engine, Review, RolewrightError, Team, compare, improve, review, team, version

__all__ = ['Comparison', 'Draft', 'Engine', 'Review', 'RolewrightError', 'Team', 'compare', 'improve', 'review', 'team', 'version']
__version__ = '0.1.0'

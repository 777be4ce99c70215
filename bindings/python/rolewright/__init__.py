"""Reads job adverts, says what they ask of people's digital skills, and writes better ones.

    import rolewright
    review = rolewright.review("Caseworker\\n\\nYou will log every case in our casework system.")
    print(review.score, review.mention)
"""
from ._binding import Draft, Engine, Review, RolewrightError, improve, review, version

__all__ = ['Draft', 'Engine', 'Review', 'RolewrightError', 'improve', 'review', 'version']
__version__ = '0.1.0'

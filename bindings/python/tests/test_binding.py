"""The binding as its users meet it; that its JSON is the program's is tested by the vectors."""
import os
import tempfile
import threading
import unittest

import rolewright

ADVERT = """Office assistant

What you will do
- Maintain spreadsheets to track our spending
- Answer the telephone
"""


class BindingTest(unittest.TestCase):
    def test_review(self):
        review = rolewright.review(ADVERT, date='2026-06-01')
        self.assertEqual(review.mention, 'specific')
        self.assertEqual([c['id'] for c in review.criteria], ['spreadsheets'])
        self.assertEqual(review.criteria[0]['level'], 'practical')
        self.assertGreater(review.score, 0)
        self.assertTrue(any(f['rule'] == 'quality.pay.missing' for f in review.findings))
        self.assertIn('spreadsheets', review.text(80))

    def test_offsets_are_bytes_of_the_text(self):
        review = rolewright.review('Café clerk – £20,000\n\nYou will maintain spreadsheets.\n', with_text=True, lang='en')
        advert = review.adverts[0]
        for criterion in advert['criteria']:
            for e in criterion['evidence']:
                self.assertEqual(advert['text'].encode()[e['begin']:e['end']].decode(), e['quote'])

    def test_improve(self):
        draft = rolewright.improve(ADVERT, format='txt')
        self.assertIn('Maintain spreadsheets to track our spending', draft.text)
        self.assertGreater(draft.change_count, 0)

    def test_compare_and_team(self):
        between = rolewright.compare(ADVERT, ADVERT + '- Log every call in our casework system\n', date='2026-06-01')
        self.assertEqual(between.left_out, ['records-systems'])
        self.assertEqual([c['standing'] for c in between.criteria if c['id'] == 'spreadsheets'], ['kept'])
        self.assertIsInstance(between.facts, list)
        team = rolewright.team([ADVERT, ADVERT], date='2026-06-01')
        self.assertIn('account-security', team.nobody)
        self.assertNotIn('spreadsheets', team.nobody)
        with self.assertRaises(rolewright.RolewrightError):
            rolewright.team([])

    def test_errors(self):
        with self.assertRaises(rolewright.RolewrightError) as caught:
            rolewright.review(b'%PDF-1.4 ...')
        self.assertEqual(caught.exception.code, 'binary-input')
        with self.assertRaises(rolewright.RolewrightError) as caught:
            rolewright.review(ADVERT, role='wizard')
        self.assertEqual(caught.exception.code, 'unknown-role')
        with self.assertRaises(rolewright.RolewrightError):
            rolewright.review(ADVERT, colour='red')

    def test_a_map_says_where_fields_are(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'map.xml')
            with open(path, 'w', encoding='utf-8') as out:
                out.write('<map adverts="all"><id from="n"/><title from="t"/><text from="d"/></map>')
            data = '{"all": [{"n": 1, "t": "Clerk", "d": "You will maintain spreadsheets."}, {"n": 2, "t": "Cook", "d": "You will cook."}]}'
            self.assertEqual([a['id'] for a in rolewright.review(data, map=path).adverts], ['1', '2'])
            with open(path, 'w', encoding='utf-8') as out:
                out.write('<map>\n  <titel from="t"/>\n</map>')
            with self.assertRaises(rolewright.RolewrightError) as caught:
                rolewright.review(data, map=path)
            self.assertEqual(caught.exception.code, 'bad-map')
            self.assertIn('map.xml:2:4: ', str(caught.exception))

    def test_threads_share_an_engine(self):
        engine = rolewright.Engine()
        results = [None] * 8

        def work(i):
            results[i] = engine.review(ADVERT, date='2026-06-01').json_bytes

        threads = [threading.Thread(target=work, args=(i,)) for i in range(8)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        self.assertEqual(len(set(results)), 1)


if __name__ == '__main__':
    unittest.main()

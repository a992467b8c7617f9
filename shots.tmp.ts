import { chromiumPath } from './test/browser/chromium.ts';
import { openExplorer } from './test/browser/explorer.ts';
const e = await openExplorer(chromiumPath(process.env)!);
const which = process.argv.slice(2);
const want = (n: string) => which.length === 0 || which.includes(n);
const L = { reducedMotion: 'reduce' } as const;
try {
  if (want('q1')) { const p = await e.open('/query/chaired-by-person?p.person=person/王昌荣', L); await p.waitForSelector('.table'); await p.locator('.table tbody tr').first().locator('td').nth(1).click(); await p.screenshot({ path: '/tmp/w/shots/q1.png' });
    await p.getByRole('button', { name: '图', exact: true }).click(); await p.waitForSelector('.result-graph svg'); await p.screenshot({ path: '/tmp/w/shots/q2.png' }); await p.context().close(); }
  if (want('q3')) { const p = await e.open('/query/shared-events-of-two?p.first=person/王昌荣', { ...L, colorScheme: 'dark' }); await p.waitForSelector('.slots'); await p.locator('#param-second').focus(); await p.waitForTimeout(800); await p.screenshot({ path: '/tmp/w/shots/q3.png' }); await p.context().close(); }
  if (want('q4')) { const p = await e.open('/query/meetings-in-place?p.place=place/浙江省&p.from=2019-13', { ...L, viewport: { width: 420, height: 880 }, isMobile: true, hasTouch: true }); await p.waitForSelector('.slots'); await p.waitForTimeout(500); await p.screenshot({ path: '/tmp/w/shots/q4.png' }); await p.context().close(); }
  if (want('c1')) { const p = await e.open('/console', L); await p.waitForSelector('.cm-content'); await p.keyboard.press('Control+Enter'); await p.waitForSelector('.table'); await p.screenshot({ path: '/tmp/w/shots/c1.png' });
    await p.keyboard.press('Control+a'); await p.keyboard.type('MATCH (n:Per', { delay: 30 }); await p.waitForTimeout(600); await p.screenshot({ path: '/tmp/w/shots/c2.png' });
    await p.keyboard.press('Control+a'); await p.keyboard.insertText("// 试一试\nMATCH (n:Person {id: $who})\nSET n.name = '甲' /* x\n y */\nRETURN n.name AS name, 12.5 AS x, count(n)"); await p.keyboard.press('Escape'); await p.keyboard.press('Control+Enter'); await p.waitForSelector('.console-fault'); await p.waitForTimeout(500); await p.screenshot({ path: '/tmp/w/shots/c3.png' }); await p.context().close(); }
  if (want('c4')) { const p = await e.open('/console?q=RETURN%201%20AS%20x', { ...L, colorScheme: 'dark', viewport: { width: 420, height: 880 } }); await p.waitForSelector('.cm-content'); await p.keyboard.press('Control+Enter'); await p.waitForTimeout(800); await p.screenshot({ path: '/tmp/w/shots/c4.png' }); await p.context().close(); }
  if (want('c5')) { const p = await e.open('/console?q=MATCH%20(n%3APerson)%20RETRUN%20n', L); await p.waitForSelector('.cm-content'); await p.getByRole('button', { name: 'English' }).click(); await p.keyboard.press('Control+Enter'); await p.locator('.cm-content').press('Control+Enter'); await p.waitForSelector('.console-fault'); await p.waitForTimeout(300); await p.screenshot({ path: '/tmp/w/shots/c5.png' });
   await p.goto(e.url + '/query/program-lag?p.program=program/全科网格'); await p.waitForSelector('.slots'); await p.waitForTimeout(800); await p.screenshot({ path: '/tmp/w/shots/q5.png' }); await p.context().close(); }
  console.log(e.complaints());
} finally { await e.close(); }

// Predicting: the page asks what comes next before it shows it, by pointer and by keyboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { idle, start } from "./support/page.mjs";

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

const cursor = async (page) => Number(await page.locator("html").getAttribute("data-cursor"));

test("it stops before a change of task, asks, counts the answer and goes on", async () => {
  const page = await site.open();
  await page.getByRole("button", { name: "Predict", exact: true }).click();
  await page.locator(".shell").focus();
  const asked = [];
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("ArrowRight");
    await idle(page);
    const question = page.locator(".ask-text b");
    if ((await question.count()) === 0 || (await page.locator(".choice:disabled").count()) > 0) continue;
    assert.equal(await page.locator(".why").count(), 0, "what comes next is not said before there is an answer");
    const before = await cursor(page);
    await page.keyboard.press("ArrowRight");
    await idle(page);
    assert.equal(await cursor(page), before);
    const choices = await page.locator(".choice code").allTextContents();
    asked.push([await question.textContent(), choices.join("|")]);
    await page.keyboard.press(String(choices.indexOf("triple_task") + 1));
    await idle(page);
    assert.match(await page.locator(".ask-text").textContent(), asked.length === 1 ? /Right\./ : /No, it is main_task\./);
  }
  assert.deepEqual(asked, [
    ["Which task runs next?", "main_task|triple_task"],
    ["Which task runs next?", "main_task|triple_task"],
  ]);
  assert.equal(await page.locator(".ask-score").textContent(), "1 of 2 right");
  assert.deepEqual(page.mistakes, []);
});

test("it asks what is printed, the choices can be pressed, and it can be left", async () => {
  const page = await site.open();
  await page.locator(".scenario-button").click();
  await page.locator('[data-title="await coroutine"]').click();
  await idle(page);
  await page.getByRole("button", { name: "Predict", exact: true }).click();
  for (let step = 0; step < 20 && (await page.locator(".choice").count()) === 0; step += 1) {
    await page.getByRole("button", { name: "Step forward" }).click();
    await idle(page);
  }
  assert.equal(await page.locator(".ask-text b").textContent(), "What is printed next?");
  await page.locator(".choice").first().click();
  assert.match(await page.locator(".ask-text").textContent(), /Right\.|No, it is/);
  const before = await cursor(page);
  await page.getByRole("button", { name: "Go on" }).click();
  await idle(page);
  assert.ok((await cursor(page)) > before);
  await page.getByRole("button", { name: "Predict", exact: true }).click();
  assert.equal(await page.locator(".ask").count(), 0);
});

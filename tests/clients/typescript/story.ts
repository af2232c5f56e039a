// A case from its receipt to what became of a recommendation, with the types that openapi-typescript makes.
import { equal } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import createClient from "openapi-fetch";
import type { components, paths } from "./ombud.js";

type Problem = components["schemas"]["Problem"];

const ombud = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: `${process.argv[2]}/v1` });
const [caseId, asked, reportId, recommendationId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const number = "C-TYPESCRIPT";
const request = { path: { id: caseId, requestId: asked } };

async function step(name: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
    console.log(`ok ${name}`);
  } catch (e) {
    console.log(`not ok ${name}: ${String(e).replaceAll("\n", " ")}`);
  }
}

async function done<T>(asking: Promise<{ data?: T; error?: Problem }>): Promise<T> {
  const { data, error } = await asking;
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

await step("receive", async () => {
  const made = await done(
    ombud.POST("/cases", {
      body: {
        id: caseId,
        number,
        receivedAt: new Date("2023-05-15T23:30:00Z").toISOString(),
        channel: "phone",
        resident: { name: "Kari Nordmann" },
        summary: "She has waited since March.",
      },
    }),
  );
  equal(Date.parse(made.receivedAt!), Date.parse("2023-05-15T23:30:00Z"));
  // The municipality's day, two hours east of the moment's own.
  equal(made.receivedOn, "2023-05-16");
});
await step("assess", async () => {
  const body = { withinMandate: true, requiresResponse: true };
  equal((await done(ombud.POST("/cases/{id}/assessment", { params: { path: { id: caseId } }, body }))).isCase, true);
});
await step("ask", async () => {
  const read = await done(
    ombud.POST("/cases/{id}/response-requests", {
      params: { path: { id: caseId } },
      body: { id: asked, unit: "housing_office", requestedOn: "2023-05-17", rules: ["ombud.request"], dueOn: "2023-06-14" },
    }),
  );
  equal(read.responseRequests[0]?.id, asked);
  equal(read.responseRequests[0]?.deadline?.dueOn, "2023-06-14");
  equal(read.responseRequests[0]?.deadline?.kind, "ombud_set");
});
await step("remind", async () => {
  const read = await done(
    ombud.POST("/cases/{id}/response-requests/{requestId}/reminder", { params: request, body: { sentOn: "2023-05-30" } }),
  );
  equal(read.responseRequests[0]?.remindedOn[0], "2023-05-30");
});
await step("pause", async () => {
  await done(
    ombud.POST("/cases/{id}/response-requests/{requestId}/suspension", {
      params: request,
      body: { reason: "awaiting_other_body", suspendedOn: "2023-06-01" },
    }),
  );
  const read = await done(
    ombud.POST("/cases/{id}/response-requests/{requestId}/resumption", { params: request, body: { resumedOn: "2023-06-05" } }),
  );
  equal(read.responseRequests[0]?.deadline?.pauses[0]?.reason, "awaiting_other_body");
});
await step("answer", async () => {
  const read = await done(
    ombud.POST("/cases/{id}/response-requests/{requestId}/response", { params: request, body: { respondedOn: "2023-06-12" } }),
  );
  equal(read.responseRequests[0]?.respondedOn, "2023-06-12");
});
await step("close", async () => {
  const body = { outcome: "guided", closedOn: "2023-06-22" };
  const read = await done(ombud.POST("/cases/{id}/closure", { params: { path: { id: caseId } }, body }));
  equal(read.status, "closed");
  equal(read.openPeriods.length, 1);
});
await step("publish", async () => {
  const published = await done(
    ombud.POST("/reports", { body: { id: reportId, kind: "status", from: "2023-01-01", to: "2023-06-30", language: "nb" } }),
  );
  equal(published.id, reportId);
  equal((await done(ombud.GET("/reports/{id}", { params: { path: { id: reportId } } }))).kind, "status");
});
await step("decide", async () => {
  await done(
    ombud.POST("/recommendations", {
      body: { id: recommendationId, reportId, number: "1", text: "Answer within a month." },
    }),
  );
  const read = await done(
    ombud.POST("/reports/{id}/decisions", {
      params: { path: { id: reportId } },
      body: { body: "council", position: "endorsed" },
    }),
  );
  equal(read.decisions[0]?.position, "endorsed");
});
await step("follow up", async () => {
  await done(
    ombud.POST("/measures", {
      body: { title: "A reply within a month", status: "in_progress", recommendations: [recommendationId] },
    }),
  );
  const read = await done(ombud.GET("/follow-up", { params: { query: { report: reportId } } }));
  equal(read.reports[0]?.recommendations[0]?.reportId, reportId);
  equal(read.reports[0]?.recommendations[0]?.progress, "in_progress");
});
await step("list by a moment", async () => {
  const changedSince = new Date(Date.now() - 3_600_000).toISOString();
  const page = await done(ombud.GET("/cases", { params: { query: { changedSince, number, sort: "-received" } } }));
  equal(page.items[0]?.id, caseId);
});
await step("read as of a day", async () => {
  const asOf = new Date().toISOString().slice(0, 10);
  equal((await done(ombud.GET("/cases/{id}", { params: { path: { id: caseId }, query: { asOf } } }))).id, caseId);
});
await step("import", async () => {
  const begun = await done(
    ombud.POST("/imports", {
      params: { query: { dryRun: true } },
      headers: { "Content-Type": "text/csv" },
      body: "number,received_on\nTYPESCRIPT-1,2023-05-15\n",
      bodySerializer: (file) => file,
    }),
  );
  equal(begun.dryRun, true);
});
await step("be refused", async () => {
  const { error } = await ombud.POST("/cases/{id}/closure", {
    params: { path: { id: randomUUID() } },
    body: { outcome: "guided" },
  });
  equal(error?.title, "There is no such case in this municipality.");
});

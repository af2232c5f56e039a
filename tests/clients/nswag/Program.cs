// A case from its receipt to what became of a recommendation, through the client that NSwag makes.
using Ombud.Client;
using static Story;

using var http = new HttpClient();
var ombud = new OmbudClient(http) { BaseUrl = $"{args[0]}/v1" };
var (caseId, asked, reportId, recommendationId) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
var receivedAt = new DateTimeOffset(2023, 5, 15, 23, 30, 0, TimeSpan.Zero);
const string Number = "C-NSWAG";

await StepAsync(
    "receive",
    async () =>
    {
        var made = await ombud.ReceiveCaseAsync(
            new()
            {
                Id = caseId,
                Number = Number,
                ReceivedAt = receivedAt,
                Channel = "phone",
                Resident = new() { Name = "Kari Nordmann" },
                Summary = "She has waited since March.",
            }
        );
        Equal(receivedAt, made.ReceivedAt!.Value.ToUniversalTime());
        // The municipality's day, two hours east of the moment's own.
        Equal(new DateOnly(2023, 5, 16), made.ReceivedOn);
    }
);
await StepAsync(
    "assess",
    async () => Equal(true, (await ombud.AssessCaseAsync(caseId, new() { WithinMandate = true, RequiresResponse = true })).IsCase)
);
await StepAsync(
    "ask",
    async () =>
    {
        var read = await ombud.RequestResponseAsync(
            caseId,
            new()
            {
                Id = asked,
                Unit = "housing_office",
                RequestedOn = new(2023, 5, 17),
                Rules = ["ombud.request"],
                DueOn = new(2023, 6, 14),
            }
        );
        var request = read.ResponseRequests.Single();
        Equal(asked, request.Id);
        Equal(new DateOnly(2023, 6, 14), request.Deadline!.DueOn);
        Equal(DeadlineKind.Ombud_set, request.Deadline.Kind);
    }
);
await StepAsync(
    "remind",
    async () =>
    {
        var read = await ombud.SendReminderAsync(caseId, asked, new() { SentOn = new(2023, 5, 30) });
        Equal(new DateOnly(2023, 5, 30), read.ResponseRequests.Single().RemindedOn.Single());
    }
);
await StepAsync(
    "pause",
    async () =>
    {
        await ombud.SuspendDeadlineAsync(caseId, asked, new() { Reason = PauseReason.Awaiting_other_body, SuspendedOn = new(2023, 6, 1) });
        var read = await ombud.ResumeDeadlineAsync(caseId, asked, new() { ResumedOn = new(2023, 6, 5) });
        Equal(PauseReason.Awaiting_other_body, read.ResponseRequests.Single().Deadline!.Pauses.Single().Reason);
    }
);
await StepAsync(
    "answer",
    async () =>
    {
        var read = await ombud.RegisterResponseAsync(caseId, asked, new() { RespondedOn = new(2023, 6, 12) });
        Equal(new DateOnly(2023, 6, 12), read.ResponseRequests.Single().RespondedOn);
    }
);
await StepAsync(
    "close",
    async () =>
    {
        var read = await ombud.CloseCaseAsync(caseId, new() { Outcome = "guided", ClosedOn = new(2023, 6, 22) });
        Equal(CaseStatus.Closed, read.Status);
        Equal(1, read.OpenPeriods.Count);
    }
);
await StepAsync(
    "publish",
    async () =>
    {
        var published = await ombud.PublishReportAsync(
            new()
            {
                Id = reportId,
                Kind = ReportKind.Status,
                From = new(2023, 1, 1),
                To = new(2023, 8, 31),
                Language = Language.Nb,
            }
        );
        Equal(reportId, published.Id);
        Equal(ReportKind.Status, (await ombud.ReadReportAsync(reportId)).Kind);
    }
);
await StepAsync(
    "decide",
    async () =>
    {
        await ombud.IssueRecommendationAsync(
            new()
            {
                Id = recommendationId,
                ReportId = reportId,
                Number = "1",
                Text = "Answer within a month.",
            }
        );
        var read = await ombud.RegisterDecisionAsync(reportId, new() { Body = "council", Position = CouncilPosition.Endorsed });
        Equal(CouncilPosition.Endorsed, read.Decisions.Single().Position);
    }
);
await StepAsync(
    "follow up",
    async () =>
    {
        await ombud.RegisterMeasureAsync(
            new()
            {
                Title = "A reply within a month",
                Status = MeasureStatus.In_progress,
                Recommendations = [recommendationId],
            }
        );
        var read = await ombud.ReadFollowUpAsync(report: $"{reportId}");
        var line = read.Reports.Single().Recommendations.Single();
        Equal(reportId, line.ReportId);
        Equal(Progress.In_progress, line.Progress);
    }
);
await StepAsync(
    "list by a moment",
    async () =>
    {
        // An hour ago, said with the offset of another country: without its offset it would be another moment.
        var since = DateTimeOffset.UtcNow.AddHours(-1).ToOffset(TimeSpan.FromHours(9));
        var page = await ombud.ListCasesAsync(changedSince: since, number: Number, sort: CaseOrder.ReceivedDescending);
        Equal(caseId, page.Items.Single().Id);
    }
);
await StepAsync(
    "read as of a day",
    async () => Equal(caseId, (await ombud.ReadCaseAsync(caseId, asOf: $"{DateTime.UtcNow:yyyy-MM-dd}")).Id)
);
await StepAsync(
    "import",
    async () =>
    {
        using var file = new MemoryStream("number,received_on\nNSWAG-1,2023-05-15\n"u8.ToArray());
        Equal(true, (await ombud.ImportFileAsync(new(file, "cases.csv", "text/csv"), dryRun: true)).DryRun);
    }
);
await StepAsync(
    "be refused",
    async () =>
    {
        try
        {
            await ombud.CloseCaseAsync(Guid.NewGuid(), new() { Outcome = "guided" });
        }
        catch (ApiException<Problem> refused)
        {
            Equal("There is no such case in this municipality.", refused.Result.Title);
            return;
        }
        throw new InvalidOperationException("It was not refused.");
    }
);

// A case from its receipt to what became of a recommendation, through the client that Kiota makes.
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Ombud.Client;
using Ombud.Client.Models;
using static Story;

using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = $"{args[0]}/v1" };
var ombud = new OmbudClient(adapter);
var (caseId, asked, reportId, recommendationId) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
var receivedAt = new DateTimeOffset(2023, 5, 15, 23, 30, 0, TimeSpan.Zero);
const string Number = "C-KIOTA";

await StepAsync(
    "receive",
    async () =>
    {
        var made = await ombud.Cases.PostAsync(
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
        Equal(receivedAt, made!.ReceivedAt!.Value.ToUniversalTime());
        // The municipality's day, two hours east of the moment's own.
        Equal(new Date(2023, 5, 16), made.ReceivedOn);
    }
);
await StepAsync(
    "assess",
    async () =>
        Equal(true, (await ombud.Cases[caseId].Assessment.PostAsync(new() { WithinMandate = true, RequiresResponse = true }))!.IsCase)
);
await StepAsync(
    "ask",
    async () =>
    {
        var read = await ombud
            .Cases[caseId]
            .ResponseRequests.PostAsync(
                new()
                {
                    Id = asked,
                    Unit = "housing_office",
                    RequestedOn = new Date(2023, 5, 17),
                    Rules = ["ombud.request"],
                    DueOn = new Date(2023, 6, 14),
                }
            );
        var request = read!.ResponseRequests!.Single();
        Equal(asked, request.Id);
        Equal(new Date(2023, 6, 14), request.Deadline!.DueOn);
        Equal(DeadlineKind.Ombud_set, request.Deadline.Kind);
    }
);
await StepAsync(
    "remind",
    async () =>
    {
        var read = await ombud.Cases[caseId].ResponseRequests[asked].Reminder.PostAsync(new() { SentOn = new Date(2023, 5, 30) });
        Equal(new Date(2023, 5, 30), read!.ResponseRequests!.Single().RemindedOn!.Single());
    }
);
await StepAsync(
    "pause",
    async () =>
    {
        var request = ombud.Cases[caseId].ResponseRequests[asked];
        await request.Suspension.PostAsync(new() { Reason = PauseReason.Awaiting_other_body, SuspendedOn = new Date(2023, 6, 1) });
        var read = await request.Resumption.PostAsync(new() { ResumedOn = new Date(2023, 6, 5) });
        Equal(PauseReason.Awaiting_other_body, read!.ResponseRequests!.Single().Deadline!.Pauses!.Single().Reason);
    }
);
await StepAsync(
    "answer",
    async () =>
    {
        var read = await ombud.Cases[caseId].ResponseRequests[asked].Response.PostAsync(new() { RespondedOn = new Date(2023, 6, 12) });
        Equal(new Date(2023, 6, 12), read!.ResponseRequests!.Single().RespondedOn);
    }
);
await StepAsync(
    "close",
    async () =>
    {
        var read = await ombud.Cases[caseId].Closure.PostAsync(new() { Outcome = "guided", ClosedOn = new Date(2023, 6, 22) });
        Equal(CaseStatus.Closed, read!.Status);
        Equal(1, read.OpenPeriods!.Count);
    }
);
await StepAsync(
    "publish",
    async () =>
    {
        var published = await ombud.Reports.PostAsync(
            new()
            {
                Id = reportId,
                Kind = ReportKind.Status,
                From = new Date(2023, 1, 1),
                To = new Date(2023, 7, 31),
                Language = Language.Nb,
            }
        );
        Equal(reportId, published!.Id);
        Equal(ReportKind.Status, (await ombud.Reports[reportId].GetAsync())!.Kind);
    }
);
await StepAsync(
    "decide",
    async () =>
    {
        await ombud.Recommendations.PostAsync(
            new()
            {
                Id = recommendationId,
                ReportId = reportId,
                Number = "1",
                Text = "Answer within a month.",
            }
        );
        var read = await ombud.Reports[reportId].Decisions.PostAsync(new() { Body = "council", Position = CouncilPosition.Endorsed });
        Equal(CouncilPosition.Endorsed, read!.Decisions!.Single().Position);
    }
);
await StepAsync(
    "follow up",
    async () =>
    {
        await ombud.Measures.PostAsync(
            new()
            {
                Title = "A reply within a month",
                Status = MeasureStatus.In_progress,
                Recommendations = [recommendationId],
            }
        );
        var read = await ombud.FollowUp.GetAsync(request => request.QueryParameters.Report = $"{reportId}");
        var line = read!.Reports!.Single().Recommendations!.Single();
        Equal(reportId, line.ReportId);
        Equal(Progress.In_progress, line.Progress);
    }
);
await StepAsync(
    "list by a moment",
    async () =>
    {
        var page = await ombud.Cases.GetAsync(request =>
        {
            // An hour ago, said with the offset of another country: without its offset it would be another moment.
            request.QueryParameters.ChangedSince = DateTimeOffset.UtcNow.AddHours(-1).ToOffset(TimeSpan.FromHours(9));
            request.QueryParameters.Number = Number;
            request.QueryParameters.SortAsCaseOrder = CaseOrder.ReceivedDescending;
        });
        Equal(caseId, page!.Items!.Single().Id);
    }
);
await StepAsync(
    "read as of a day",
    async () =>
        Equal(caseId, (await ombud.Cases[caseId].GetAsync(request => request.QueryParameters.AsOf = $"{DateTime.UtcNow:yyyy-MM-dd}"))!.Id)
);
await StepAsync(
    "import",
    async () =>
    {
        using var file = new MemoryStream("number,received_on\nKIOTA-1,2023-05-15\n"u8.ToArray());
        Equal(true, (await ombud.Imports.PostAsync(file, "text/csv", request => request.QueryParameters.DryRun = true))!.DryRun);
    }
);
await StepAsync(
    "be refused",
    async () =>
    {
        try
        {
            await ombud.Cases[Guid.NewGuid()].Closure.PostAsync(new() { Outcome = "guided" });
        }
        catch (Problem refused)
        {
            Equal("There is no such case in this municipality.", refused.Message);
            return;
        }
        throw new InvalidOperationException("It was not refused.");
    }
);

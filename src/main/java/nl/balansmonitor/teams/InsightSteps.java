package nl.balansmonitor.teams;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.operations.Chronicle;
import nl.balansmonitor.operations.Happening;
import nl.balansmonitor.reports.ReportLinks;
import nl.balansmonitor.teams.botframework.Message;
import nl.balansmonitor.teams.botframework.Reply;
import nl.balansmonitor.trends.Period;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Looking at what the sessions left behind: in the channel everybody may, and in his own chat who leads it. */
@Component
class InsightSteps {

    private static final Period USUAL = Period.THIS_SCHOOL_YEAR;

    private final Visits visits;
    private final Answers answers;
    private final Lines lines;
    private final TrendPresenter trends;
    private final ReportsPresenter reports;
    private final ReportLinks links;
    private final ChoosePresenter choice;
    private final Chronicle chronicle;

    InsightSteps(
            Visits visits,
            Answers answers,
            Lines lines,
            TrendPresenter trends,
            ReportsPresenter reports,
            ReportLinks links,
            ChoosePresenter choice,
            Chronicle chronicle) {
        this.visits = visits;
        this.answers = answers;
        this.lines = lines;
        this.trends = trends;
        this.reports = reports;
        this.links = links;
        this.choice = choice;
        this.chronicle = chronicle;
    }

    /** The answer to {@code trend}. */
    Message trend(Caller caller) {
        return typed(caller, "trend", "trend.show", (where, alone) -> trends.card(where, alone, USUAL));
    }

    /** The answer to {@code rapport}. */
    Message reports(Caller caller) {
        return typed(caller, "reports", "report.show", (where, alone) -> reports.card(where, alone, false));
    }

    private interface Drawing {

        /** @param alone whether it is drawn for one reader, in his own chat */
        JsonNode in(Caller where, boolean alone);
    }

    private Message typed(Caller caller, String what, String verb, Drawing card) {
        if (!Visits.possible(caller)) {
            return Message.card(card.in(caller, false), "");
        }
        List<Caller> led = visits.led(caller);
        if (led.isEmpty()) {
            return Message.text(lines.of(caller.language(), what + "InChannel"));
        }
        return Message.card(
                led.size() == 1
                        ? card.in(led.getFirst(), true)
                        : choice.card(caller.language(), "phrase.choose." + what, verb, led),
                "");
    }

    Reply.Invoked take(Caller caller, Request.OfInsight request) {
        if (!Visits.possible(caller)) {
            return answer(caller, false, request);
        }
        return visits.to(request.space(), caller)
                .map(visitor -> visitor.actor().leader()
                        ? answer(visitor, true, request)
                        : answers.line(caller, "onlyLeadersSee"))
                .orElseGet(() -> answers.line(caller, "notThere"));
    }

    private Reply.Invoked answer(Caller caller, boolean alone, Request.OfInsight request) {
        return switch (request) {
            case Request.ShowTrend r ->
                period(r.period())
                        .map(period -> Reply.Invoked.card(trends.card(caller, alone, period)))
                        .orElseGet(() -> answers.line(caller, "trendPeriod"));
            case Request.ShowReports r -> Reply.Invoked.card(reports.card(caller, alone, false));
            case Request.WithdrawReports r -> withdraw(caller, alone);
        };
    }

    private Reply.Invoked withdraw(Caller caller, boolean alone) {
        if (!caller.actor().leader()) {
            return answers.line(caller, "onlyLeadersWithdraw");
        }
        links.withdraw(caller.space().id());
        chronicle.tell(Happening.REPORTS_WITHDRAWN, caller.space().id());
        return Reply.Invoked.card(reports.card(caller, alone, true));
    }

    private static Optional<Period> period(String sent) {
        return sent.isBlank()
                ? Optional.of(USUAL)
                : Arrays.stream(Period.values())
                        .filter(p -> p.name().equals(sent.strip()))
                        .findFirst();
    }
}

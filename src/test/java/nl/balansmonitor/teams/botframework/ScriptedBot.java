package nl.balansmonitor.teams.botframework;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A bot that keeps what it was told and answers what a test says. */
final class ScriptedBot implements Bot {

    private final List<Incoming> told = new CopyOnWriteArrayList<>();
    private volatile Function<Incoming, Reply> script = incoming -> new Reply.Acknowledged();

    @Override
    public Reply answer(Incoming incoming) {
        told.add(incoming);
        return script.apply(incoming);
    }

    void answers(Function<Incoming, Reply> newScript) {
        script = newScript;
    }

    List<Incoming> told() {
        return told;
    }

    void forget() {
        told.clear();
        script = incoming -> new Reply.Acknowledged();
    }
}

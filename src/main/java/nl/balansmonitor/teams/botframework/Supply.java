package nl.balansmonitor.teams.botframework;

/** Something that the bot fetches from Microsoft and can't do without. Safe for use by many threads. */
interface Supply {

    /** For a bot without a registration. */
    Supply NONE = new Supply() {
        @Override
        public State state() {
            return new State.NotNeeded();
        }

        @Override
        public void replenish() {}
    };

    /** Whether it is at hand; answers at once. */
    State state();

    /** Fetches it unless it is at hand or was asked for a moment ago. Takes seconds at most, and {@link #state} tells what came of it. */
    void replenish();

    /** Whether it is at hand. */
    sealed interface State {

        /** The bot does without it. */
        record NotNeeded() implements State {}

        /** Nobody asked for it yet. */
        record Untried() implements State {}

        /** It can be used now. */
        record AtHand() implements State {}

        /**
         * There is none, and the newest try to get one failed.
         *
         * @param reason for operators; holds no secret
         */
        record Missing(String reason) implements State {}
    }
}

package nl.balansmonitor.teams.botframework;

/** The bot must not start as configured. */
final class InvalidRegistrationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    InvalidRegistrationException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}

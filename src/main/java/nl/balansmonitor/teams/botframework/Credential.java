package nl.balansmonitor.teams.botframework;

/** How an app of a single tenant proves to Entra ID who it is. */
sealed interface Credential permits Credential.Secret, Certificate {

    /** A client secret. */
    record Secret(String value) implements Credential {

        @Override
        public String toString() {
            return "Secret[]";
        }
    }
}

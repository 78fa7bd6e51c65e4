package nl.balansmonitor.rhythm;

import org.springframework.core.io.Resource;

/** The data file with the school holidays can't be used. */
final class InvalidSchoolHolidaysException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidSchoolHolidaysException(Resource file, String problem, Throwable cause) {
        super("The school holidays in %s can't be used: %s".formatted(file.getDescription(), problem), cause);
    }
}

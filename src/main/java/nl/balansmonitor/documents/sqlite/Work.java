package nl.balansmonitor.documents.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/** Something to do on a connection. May be run a second time after the first was rolled back. */
@FunctionalInterface
interface Work<T> {

    T on(Connection connection) throws SQLException;
}

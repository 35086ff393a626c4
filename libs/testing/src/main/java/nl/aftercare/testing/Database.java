package nl.aftercare.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.aftercare.platform.kernel.DutchTime;

/** Looks into a service's database from outside: as the superuser, or as the login role of the service itself. */
public final class Database {
    private final String name;
    private final String user;

    private Database(String name, String user) {
        this.name = name;
        this.user = user;
    }

    public static Database asSuperuser(String name) {
        return new Database(name, "postgres");
    }

    /** What the service itself could do: row-level security applies. */
    public static Database asService(String name) {
        return new Database(name, name + "_service");
    }

    /** In this session {@code current_date} is the day of the rules, whatever the zone of the machine is. */
    public Connection connect() throws SQLException {
        var host = TestServers.address("aftercare.database.host");
        var connection = DriverManager.getConnection("jdbc:postgresql://" + host + "/" + name, user, user);
        try (var statement = connection.createStatement()) {
            statement.execute("set time zone '" + DutchTime.ZONE + "'");
        }
        return connection;
    }

    /** @return the first column of every row, as text */
    public List<String> column(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void change(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int count(String fromAndWhere) {
        return Integer.parseInt(column("select count(*) " + fromAndWhere).getFirst());
    }
}

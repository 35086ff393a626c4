package nl.aftercare.quickstart;

import java.util.Locale;

/** The four services, in the order in which they are started. */
public enum ServiceName {
    CASE("cases"),
    OFFER("offers"),
    NEIGHBOURHOOD("neighbourhood"),
    NOTIFICATION("notifications");

    private final String database;

    ServiceName(String database) {
        this.database = database;
    }

    /** Database of the service; its roles are this name with {@code _owner} (migrations) and {@code _service}. */
    public String database() {
        return database;
    }

    /** Folder, application name and Keycloak audience, such as {@code case-service}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }
}

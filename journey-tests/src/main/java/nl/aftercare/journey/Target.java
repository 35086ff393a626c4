package nl.aftercare.journey;

import java.io.IOException;
import nl.aftercare.quickstart.Server;

/** Something that goes away in the middle of its work, and comes back. */
record Target(String name, Action kill, Action start) {

    interface Action {
        void run() throws IOException, InterruptedException;
    }

    static Target of(Server server) {
        return new Target(server.name(), server::kill, server::start);
    }
}

package nl.aftercare.platform.problem;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts a service. */
@QuarkusMain
public class Main {
    public static void main(String... arguments) {
        // Quarkus would answer an address that it cannot read with an empty 400; UnroutedRequests says what is wrong
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}

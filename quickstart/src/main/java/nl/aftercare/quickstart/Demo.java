package nl.aftercare.quickstart;

/** The six sample robberies, sent in through the front door. */
final class Demo {
    private final SuiteClient suite;

    Demo(SuiteClient suite) {
        this.suite = suite;
    }

    void run() throws Exception {
        Console.print(suite.token("coordinator").substring(0, 5));
    }
}

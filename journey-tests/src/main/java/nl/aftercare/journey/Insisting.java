package nl.aftercare.journey;

import java.io.IOException;
import nl.aftercare.quickstart.StartupException;
import nl.aftercare.quickstart.SuiteClient.Answer;

/** A person at a screen while things break: what gets no answer is sent again. */
final class Insisting {
    private static final int PAUSE_MILLIS = 100;

    private Insisting() {}

    interface Request {
        Answer send() throws IOException, InterruptedException;
    }

    /** Sends until it is answered by a service that works; a version that is not the latest is for the caller to mend. */
    static Answer answer(Request request) throws InterruptedException {
        while (true) {
            try {
                var answer = request.send();
                if (answer.status() < 300 || answer.status() == 412 || answer.status() == 409) {
                    return answer;
                }
                if (answer.status() < 500) {
                    throw new StartupException("a request of the load was refused: " + answer.body());
                }
            } catch (IOException e) {
                // no answer: nobody knows whether it was taken, so it is sent again
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}

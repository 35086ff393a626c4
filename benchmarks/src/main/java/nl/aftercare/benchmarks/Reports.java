package nl.aftercare.benchmarks;

import java.util.concurrent.atomic.AtomicLong;

/** Robbery reports with one victim, each with a reference and an idempotency key of its own. */
final class Reports {
    /** Of every victim. */
    static final String NAME = "Slachtoffer Voorbeeld";

    private static final AtomicLong NUMBER = new AtomicLong(System.currentTimeMillis() * 1_000);

    private Reports() {}

    /** A whole HTTP/1.1 request. */
    static String next(String token) {
        long number = NUMBER.getAndIncrement();
        var body = """
                {"reference":"BENCH-%d","municipality":"9901","kind":"COMMERCIAL","occurredAt":"2026-03-02T21:40:00+01:00",\
                "victims":[{"reference":"1","type":"DIRECT","name":"%s","email":"slachtoffer@voorbeeld.example"}]}""".formatted(number, NAME);
        return "POST /v1/robbery-reports HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: bench-" + number + "\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n" + body;
    }
}

package nl.aftercare.quickstart;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The loopback ports of one suite: a block of a hundred from {@code base}. Replica {@code n} of a service (from 0) listens
 * at {@code service + 20 n}; its management port is 5 higher.
 */
public record Ports(int base) {
    /** Where {@code ./aftercare up} listens unless told otherwise. */
    public static final Ports STANDARD = new Ports(18000);

    public int keycloak() {
        return base;
    }

    public int postgres() {
        return base + 2;
    }

    public int kafka() {
        return base + 3;
    }

    int kafkaController() {
        return base + 4;
    }

    public int smtp() {
        return base + 5;
    }

    int inbox() {
        return base + 6;
    }

    public int traces() {
        return base + 7;
    }

    public int service(ServiceName service, int replica) {
        return base + 11 + service.ordinal() + 20 * replica;
    }

    public int management(ServiceName service, int replica) {
        return service(service, replica) + 5;
    }

    /** Below the ephemeral range, so that no outgoing connection takes one of them in between. */
    public static Ports free() {
        for (int attempt = 0; attempt < 50; attempt++) {
            var ports = new Ports(20_000 + 100 * ThreadLocalRandom.current().nextInt(120));
            if (IntStream.range(ports.base, ports.base + 100).allMatch(Ports::isFree)) {
                return ports;
            }
        }
        throw new StartupException("no free block of ports between 20000 and 32000");
    }

    /** @throws StartupException naming the first port that another program holds */
    static void requireFree(List<Integer> ports) {
        for (int port : ports) {
            if (!isFree(port)) {
                throw new StartupException("port " + port + " is taken by another program; "
                        + "stop it, or choose another block with --ports-from N");
            }
        }
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

package nl.aftercare.platform.transaction;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The connection pool turns work away at once when too much waits, which becomes a 503, and never lets a waiter time out: Vert.x
 * 4.5 loses a connection for good when it is handed to a waiter whose time has just run out, so that a minute of overload
 * would leave a pool without connections.
 */
@Singleton
class BoundedPool implements PgPoolCreator {
    private static final int WAITING = 256;
    private static final int WAITING_MINUTES = 60;

    @Override
    public Pool create(Input input) {
        var options = input.poolOptions()
                .setMaxWaitQueueSize(WAITING)
                .setConnectionTimeout(WAITING_MINUTES)
                .setConnectionTimeoutUnit(TimeUnit.MINUTES);
        // a server that vanished without a word is noticed
        input.pgConnectOptionsList().forEach(connect -> connect.setTcpKeepAlive(true));
        return PgBuilder.pool()
                .with(options)
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}

package io.vpclocal.network.networkinterface;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The idle times, in seconds, after which security groups stop tracking a connection. */
@Embeddable
class Tracking {

    @Column
    private @Nullable Integer tcpEstablishedTimeout;

    @Column
    private @Nullable Integer udpStreamTimeout;

    @Column
    private @Nullable Integer udpTimeout;

    protected Tracking() {}

    /** @throws io.vpclocal.protocol.AwsException if a time is outside AWS's range */
    static Tracking of(@Nullable Integer tcpEstablished, @Nullable Integer udpStream, @Nullable Integer udp) {
        requireIn("tcpEstablishedTimeout", tcpEstablished, 60, 432_000);
        requireIn("udpStreamTimeout", udpStream, 60, 180);
        requireIn("udpTimeout", udp, 30, 60);
        Tracking tracking = new Tracking();
        tracking.tcpEstablishedTimeout = tcpEstablished;
        tracking.udpStreamTimeout = udpStream;
        tracking.udpTimeout = udp;
        return tracking;
    }

    @Nullable
    Integer tcpEstablishedTimeout() {
        return tcpEstablishedTimeout;
    }

    @Nullable
    Integer udpStreamTimeout() {
        return udpStreamTimeout;
    }

    @Nullable
    Integer udpTimeout() {
        return udpTimeout;
    }

    private static void requireIn(String name, @Nullable Integer seconds, int least, int most) {
        if (seconds != null && (seconds < least || seconds > most)) {
            throw NetworkInterfaceErrors.outOfRange(name, seconds, least, most);
        }
    }
}

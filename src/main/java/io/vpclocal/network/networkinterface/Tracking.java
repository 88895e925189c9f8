package io.vpclocal.network.networkinterface;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.ConnectionTrackingConfiguration;
import software.amazon.awssdk.services.ec2.model.ConnectionTrackingSpecificationRequest;

/** After how many idle seconds the interface's security groups forget a connection. */
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
    static Tracking of(ConnectionTrackingSpecificationRequest wanted) {
        requireIn("tcpEstablishedTimeout", wanted.tcpEstablishedTimeout(), 60, 432_000);
        requireIn("udpStreamTimeout", wanted.udpStreamTimeout(), 60, 180);
        requireIn("udpTimeout", wanted.udpTimeout(), 30, 60);
        Tracking tracking = new Tracking();
        tracking.tcpEstablishedTimeout = wanted.tcpEstablishedTimeout();
        tracking.udpStreamTimeout = wanted.udpStreamTimeout();
        tracking.udpTimeout = wanted.udpTimeout();
        return tracking;
    }

    ConnectionTrackingConfiguration toWire() {
        return ConnectionTrackingConfiguration.builder()
                .tcpEstablishedTimeout(tcpEstablishedTimeout)
                .udpStreamTimeout(udpStreamTimeout)
                .udpTimeout(udpTimeout)
                .build();
    }

    private static void requireIn(String name, @Nullable Integer seconds, int least, int most) {
        if (seconds != null && (seconds < least || seconds > most)) {
            throw NetworkInterfaceErrors.outOfRange(name, seconds, least, most);
        }
    }
}

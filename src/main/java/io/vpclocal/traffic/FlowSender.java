package io.vpclocal.traffic;

import io.vpclocal.protocol.Scope;
import org.springframework.stereotype.Component;

/** Sends traffic for other modules. */
@Component
public class FlowSender {

    private final TrafficService traffic;
    private final FlowRequests requests;

    FlowSender(TrafficService traffic, FlowRequests requests) {
        this.traffic = traffic;
        this.requests = requests;
    }

    /**
     * @param flows in the format of {@code POST /_vpclocal/traffic}
     * @throws io.vpclocal.protocol.AwsException with the index of the first impossible flow; then no flow is sent
     */
    public void send(Scope scope, byte[] flows) {
        traffic.send(scope, requests.read(flows));
    }
}

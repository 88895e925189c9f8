package io.vpclocal.analysis.reach;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The listeners of load balancers. */
@FunctionalInterface
public interface Listeners {

    /** No load balancer is known. */
    Listeners NONE = loadBalancerArn -> List.of();

    List<Listener> of(String loadBalancerArn);

    /**
     * @param protocols the IANA numbers that it accepts
     * @param port null if it accepts all ports
     */
    record Listener(
            String arn, List<Integer> protocols, @Nullable Integer port, List<String> targetGroupArns) {

        boolean takes(int protocol, int toPort) {
            return protocols.contains(protocol) && (port == null || port == toPort);
        }
    }
}

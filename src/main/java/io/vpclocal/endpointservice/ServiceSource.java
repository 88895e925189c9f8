package io.vpclocal.endpointservice;

import io.vpclocal.protocol.Call;
import java.util.List;

/** A source of endpoint services. Different sources have different service names. */
public interface ServiceSource {

    /** The services of a Region that are visible to the caller and reachable from its own Region. */
    List<EndpointService> visible(Call call, String region);

    /** The services with that name that the caller may connect to; at most one of each type. */
    List<EndpointService> find(Call call, String region, String serviceName);

    /** The services with that name, without a permission check. */
    List<EndpointService> find(String region, String serviceName);

    /**
     * Locks a service until the transaction ends.
     *
     * @return false if this source does not have it
     */
    boolean lock(EndpointService service);
}

package io.vpclocal.endpointservice;

import io.vpclocal.protocol.Call;
import java.util.List;

/** One origin of endpoint services. Names of different origins never meet. */
public interface ServiceSource {

    /** The services of a Region that the caller may know of and reach from its own Region. */
    List<EndpointService> visible(Call call, String region);

    /** Those of that name that the caller may connect to; at most one of each type. */
    List<EndpointService> find(Call call, String region, String serviceName);

    /** Those of that name, whoever may connect to them. */
    List<EndpointService> find(String region, String serviceName);

    /**
     * Keeps a service from being changed or deleted until the transaction ends.
     *
     * @return false if this origin does not have it (any more)
     */
    boolean lock(EndpointService service);
}

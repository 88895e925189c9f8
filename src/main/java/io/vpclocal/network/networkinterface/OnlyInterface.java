package io.vpclocal.network.networkinterface;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The network interface of an instance, for requests that may name the instance instead if it has only one. */
@Component
public class OnlyInterface {

    private final NetworkInterfaces interfaces;

    OnlyInterface(NetworkInterfaces interfaces) {
        this.interfaces = interfaces;
    }

    /**
     * Empty if the instance does not exist or has no interface.
     *
     * @throws AwsException {@code InvalidInstanceID} if it has several, with the text that users of AWS report
     */
    public Optional<NetworkInterfaceEntity> of(Scope scope, String instanceId) {
        List<NetworkInterfaceEntity> its = interfaces.ofInstance(scope, instanceId);
        if (its.size() > 1) {
            throw NetworkInterfaceErrors.severalOfInstance(instanceId);
        }
        return its.stream().findFirst();
    }
}

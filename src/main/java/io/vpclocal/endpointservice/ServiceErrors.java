package io.vpclocal.endpointservice;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.List;

/** AWS's errors about endpoint services. */
final class ServiceErrors {

    private ServiceErrors() {}

    static AwsException noSuchService(String name) {
        return Ec2Errors.notFound("InvalidServiceName", "Vpc Endpoint Service", name);
    }

    static AwsException otherType(String wanted, List<String> available) {
        return new AwsException(
                "InvalidParameter",
                "Endpoint type (" + wanted + ") does not match available service types ("
                        + available.stream().distinct().toList() + ").");
    }
}

package io.vpclocal.traffic.instance;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Volume;

/** Launches and describes one instance at a time. */
record Launches(Ec2Client ec2) {

    /** @param with what differs from an instance of the smallest request */
    Instance run(Consumer<RunInstancesRequest.Builder> with) {
        RunInstancesRequest.Builder request = RunInstancesRequest.builder()
                .imageId("ami-12345678")
                .minCount(1)
                .maxCount(1);
        with.accept(request);
        return ec2.runInstances(request.build()).instances().get(0);
    }

    Instance describe(String id) {
        return ec2.describeInstances(r -> r.instanceIds(id))
                .reservations()
                .get(0)
                .instances()
                .get(0);
    }

    List<Volume> volumes(Instance of) {
        return ec2.describeVolumes(
                        r -> r.filters(f -> f.name("attachment.instance-id").values(of.instanceId())))
                .volumes();
    }
}

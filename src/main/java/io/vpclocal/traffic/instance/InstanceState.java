package io.vpclocal.traffic.instance;

/** The states of an instance, with the codes AWS gives them (Amazon EC2 API Reference: InstanceState). */
enum InstanceState {
    PENDING("pending", 0),
    RUNNING("running", 16),
    SHUTTING_DOWN("shutting-down", 32),
    TERMINATED("terminated", 48),
    STOPPING("stopping", 64),
    STOPPED("stopped", 80);

    private final String wire;
    private final int code;

    InstanceState(String wire, int code) {
        this.wire = wire;
        this.code = code;
    }

    String wire() {
        return wire;
    }

    software.amazon.awssdk.services.ec2.model.InstanceState toWire() {
        return software.amazon.awssdk.services.ec2.model.InstanceState.builder()
                .name(wire)
                .code(code)
                .build();
    }
}

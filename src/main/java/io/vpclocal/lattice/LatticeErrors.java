package io.vpclocal.lattice;

import io.vpclocal.control.ControlErrors;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;

/** The errors about VPC Lattice resources. The texts, and the codes for service networks, are our guess. */
final class LatticeErrors {

    private LatticeErrors() {}

    static AwsException malformed(LatticeKind kind, String arn) {
        return Ec2Errors.malformed("Invalid" + kind.parameter() + ".Malformed", kind.parameter(), arn);
    }

    static AwsException notFound(LatticeKind kind, String arn) {
        return Ec2Errors.notFound("Invalid" + kind.parameter() + ".NotFound", kind.parameter(), arn);
    }

    static AwsException noArn(String text) {
        return ControlErrors.invalid("'" + text + "' is not the ARN of a resource configuration or a service network.");
    }

    static AwsException notRegistered(String arn) {
        return ControlErrors.notFound("VPC Lattice resource", arn);
    }

    static AwsException inUse(String arn) {
        return new AwsException("Conflict", "'" + arn + "' has VPC endpoints.", 409);
    }

    static AwsException takenId(String arn) {
        return new AwsException("Conflict", "The id of '" + arn + "' belongs to another account or Region.", 409);
    }
}

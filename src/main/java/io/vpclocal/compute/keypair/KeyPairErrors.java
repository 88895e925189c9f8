package io.vpclocal.compute.keypair;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about key pairs. */
final class KeyPairErrors {

    private KeyPairErrors() {}

    static AwsException notFound(String name) {
        return new AwsException("InvalidKeyPair.NotFound", "The key pair '" + name + "' does not exist");
    }

    static AwsException duplicate() {
        return new AwsException("InvalidKeyPair.Duplicate", "The keypair already exists");
    }

    static AwsException notAPublicKey() {
        return new AwsException("InvalidKey.Format", "Key is not in valid OpenSSH public key format");
    }

    /** This and the next are recorded from AWS. */
    static AwsException longMaterial(int most) {
        return material("Length exceeds maximum of " + most + ".");
    }

    static AwsException notAscii() {
        return material("Character sets beyond ASCII are not supported.");
    }

    private static AwsException material(String reason) {
        return new AwsException("InvalidParameterValue", "Value for parameter PublicKeyMaterial is invalid. " + reason);
    }

    /** AWS documentation: supported lengths are 1024, 2048, and 4096 bits. The text is our guess. */
    static AwsException length() {
        return new AwsException(
                "InvalidKey.Format", "The length of the key is not supported. Expecting 1024, 2048 or 4096 bits.");
    }

    /** AWS documentation: up to 255 ASCII characters, without blanks at the ends. */
    /** Recorded from AWS. */
    static AwsException untrimmedName(String name) {
        return new AwsException(
                "InvalidParameterValue", "Invalid value '" + name + "' for keyName. It should be trimmed");
    }

    static AwsException badName(String name) {
        return Ec2Errors.invalidValue("KeyName", name, "Expecting 1 to 255 ASCII characters.");
    }

    static AwsException unnamed() {
        return new AwsException("MissingParameter", "The request must contain the parameter KeyName or KeyPairId");
    }
}

package io.vpclocal.compute.keypair;

/**
 * A public key.
 *
 * @param type {@code rsa} or {@code ed25519}
 * @param openSsh in OpenSSH form, without a comment
 * @param fingerprint as EC2 computes it: for RSA the SHA-1 digest of a created private key or the MD5 digest of an imported
 *     public key, for ED25519 the SHA-256 digest as OpenSSH prints it (Amazon EC2 User Guide: Verify the fingerprint)
 */
record PublicKeyMaterial(String type, String openSsh, String fingerprint) {}

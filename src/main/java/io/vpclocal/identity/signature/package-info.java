/**
 * Owns the proof of who sent a request: Signature Version 4 and HTTP Basic credentials, the errors AWS answers when the
 * proof fails, and the sealing of the secrets it is checked against.
 */
@NullMarked
package io.vpclocal.identity.signature;

import org.jspecify.annotations.NullMarked;

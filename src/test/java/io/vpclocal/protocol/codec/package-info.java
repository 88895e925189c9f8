@NullMarked
package io.vpclocal.protocol.codec;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.vpclocal.network.defaultvpc;

import org.jspecify.annotations.NullMarked;

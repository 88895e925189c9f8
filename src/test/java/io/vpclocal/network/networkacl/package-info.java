@NullMarked
package io.vpclocal.network.networkacl;

import org.jspecify.annotations.NullMarked;

package com.paloaltonetworks.cloudngfw.client;

import java.util.List;

/** Names in both views, and what a commit would change. */
public record Listing(List<String> candidate, List<String> running, List<Change> uncommitted) {}

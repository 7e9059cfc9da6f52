import Yams

/// A node of a parsed file, under a name that the tree's own nodes do not have.
typealias YAMLNode = Yams.Node

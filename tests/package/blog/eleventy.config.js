export default (config) => {
  config.addPassthroughCopy({ "node_modules/backwise": "backwise" });
};
